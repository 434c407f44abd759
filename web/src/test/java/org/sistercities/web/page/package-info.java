/** What all pages share. */
package org.sistercities.web.page;
