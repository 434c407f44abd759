/** What is noted about staff, and what happens when it cannot be. */
package org.sistercities.platform.audit;
