/** Where authors and editors work: drafts, review, publication, revisions, previews, and what happens by itself on time. */
@NullMarked
package org.sistercities.content.editing;

import org.jspecify.annotations.NullMarked;
