/** The services as child processes: unpacked, started, awaited, stopped, and gone when their launcher is. */
@NullMarked
package org.sistercities.quickstart.process;

import org.jspecify.annotations.NullMarked;
