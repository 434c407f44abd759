/** What every page shares: templates, the visitor's language, assets, headers, and pages for what goes wrong. */
@NullMarked
package org.sistercities.web.page;

import org.jspecify.annotations.NullMarked;
