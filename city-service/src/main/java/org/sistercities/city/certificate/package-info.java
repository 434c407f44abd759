/** What shows that a partnership was signed: the certificate as a PDF, and whether a record is still what was signed. */
@NullMarked
package org.sistercities.city.certificate;

import org.jspecify.annotations.NullMarked;
