/** The smallest service there can be: it counts, and tells. The platform's tests run against it. */
package org.sistercities.platform.example;
