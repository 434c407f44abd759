/** The site before a stub of the APIs: what it promises is seen in its pages. */
package org.sistercities.web;
