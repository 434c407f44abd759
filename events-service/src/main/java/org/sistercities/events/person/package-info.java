/** What is known of people: told and erased when somebody asks, and erased by itself some time after each event. */
@NullMarked
package org.sistercities.events.person;

import org.jspecify.annotations.NullMarked;
