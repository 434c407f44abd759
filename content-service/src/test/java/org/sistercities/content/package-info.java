/** What tests of content-service share. */
package org.sistercities.content;
