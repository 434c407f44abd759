/** Tests of the launcher; the whole system is tested in system-tests. */
package org.sistercities.quickstart;
