/** A mail server that delivers nothing: what services send lies in an inbox that can be opened in a browser. */
@NullMarked
package org.sistercities.quickstart.mail;

import org.jspecify.annotations.NullMarked;
