/** The pages of partnerships, and whether a certificate is what was signed. */
@NullMarked
package org.sistercities.web.partnership;

import org.jspecify.annotations.NullMarked;
