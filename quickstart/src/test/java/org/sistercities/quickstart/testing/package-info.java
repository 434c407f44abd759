/** For tests of the whole system: the real launcher, run as a user would. */
package org.sistercities.quickstart.testing;
