/** Who did what through staff endpoints: one record a write, only ever added to. */
@NullMarked
package org.sistercities.platform.audit;

import org.jspecify.annotations.NullMarked;
