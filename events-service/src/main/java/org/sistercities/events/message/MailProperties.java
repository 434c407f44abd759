package org.sistercities.events.message;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages are sent; the server is {@code spring.mail.host}, and without one they wait.
 *
 * @param from the sender's address
 * @param network the sender's name, which templates can say, too
 * @param registrationPage where a party sees its registration; {@code {registration}} and {@code {token}} are filled in, the latter behind a
 *     {@code #}, so that no server on the way writes it down
 * @param invitationPage the same for an invitation; {@code {invitation}} and {@code {token}} are filled in
 * @param remindOfAnswer how long before the answer is due those who are invited are reminded
 * @param remindBefore how long before the event its guests are reminded
 * @param remindOfPaymentBefore how long before the time to pay runs out its party is reminded
 * @param lookEvery pause between two looks for messages that are due
 * @param giveWay how long after it is due a letter waits at most while many parties want to register
 * @param lease how long a message is left to whoever sends it; longer than that ever takes, or it is sent twice
 * @param lanes how many are sent at once
 */
@ConfigurationProperties("sistercities.mail")
public record MailProperties(
        @DefaultValue("events@localhost") String from,
        @DefaultValue("Sister Cities") String network,

        @DefaultValue("http://localhost:8080/registrations/{registration}#{token}")
        String registrationPage,

        @DefaultValue("http://localhost:8080/invitations/{invitation}#{token}")
        String invitationPage,

        @DefaultValue("3d") Duration remindOfAnswer,
        @DefaultValue("2d") Duration remindBefore,
        @DefaultValue("3d") Duration remindOfPaymentBefore,
        @DefaultValue("2s") Duration lookEvery,
        @DefaultValue("1m") Duration giveWay,
        @DefaultValue("5m") Duration lease,
        @DefaultValue("4") int lanes) {}
