/** Letters of many scripts for PDF documents; a service that makes some brings PDFBox and ICU along. */
@NullMarked
package org.sistercities.platform.pdf;

import org.jspecify.annotations.NullMarked;
