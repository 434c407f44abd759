/** Local policies: what a city wants to be warned of before it takes up a partnership. They advise, they do not forbid. */
@NullMarked
package org.sistercities.city.policy;

import org.jspecify.annotations.NullMarked;
