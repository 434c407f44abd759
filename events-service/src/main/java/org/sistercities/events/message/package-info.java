/** Messages to guests: caused by domain events, written from templates the events team can edit, and sent by SMTP until they are. */
@NullMarked
package org.sistercities.events.message;

import org.jspecify.annotations.NullMarked;
