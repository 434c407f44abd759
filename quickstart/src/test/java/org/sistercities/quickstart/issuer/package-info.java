/** Tests of the development issuer. */
package org.sistercities.quickstart.issuer;
