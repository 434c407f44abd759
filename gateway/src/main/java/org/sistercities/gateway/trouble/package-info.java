/** What people see when the site itself cannot be asked. */
@NullMarked
package org.sistercities.gateway.trouble;

import org.jspecify.annotations.NullMarked;
