/** Money by card: a provider that takes it on pages of its own and tells of it in signed notices. No domain words. */
@NullMarked
package org.sistercities.platform.payment;

import org.jspecify.annotations.NullMarked;
