/** What every service's tests share: real backing services, a token issuer, the house rules. */
package org.sistercities.platform.testing;
