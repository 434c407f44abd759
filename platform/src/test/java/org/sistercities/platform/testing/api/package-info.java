/** What a service offers over HTTP, read from its code, held against what it has published. */
package org.sistercities.platform.testing.api;
