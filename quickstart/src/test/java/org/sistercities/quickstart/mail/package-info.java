/** Tests of the mail server. */
package org.sistercities.quickstart.mail;
