package org.sistercities.content.news;

import java.time.Clock;
import org.sistercities.content.editing.Newsroom;
import org.sistercities.content.names.NameNews;
import org.sistercities.content.story.Story;
import org.sistercities.contracts.CityDomainEvent;
import org.sistercities.contracts.CityDomainEvent.CityRegistered;
import org.sistercities.contracts.CityDomainEvent.CityRevised;
import org.sistercities.contracts.CityDomainEvent.MutualInterestFound;
import org.sistercities.contracts.CityDomainEvent.PartnershipAgreed;
import org.sistercities.contracts.CityDomainEvent.PartnershipAnniversary;
import org.sistercities.contracts.CityDomainEvent.PartnershipEnded;
import org.sistercities.contracts.CityDomainEvent.PartnershipPartlySigned;
import org.sistercities.contracts.CityDomainEvent.PartnershipProgressed;
import org.sistercities.contracts.CityDomainEvent.PartnershipProposed;
import org.sistercities.contracts.CityDomainEvent.PartnershipRecorded;
import org.sistercities.contracts.CityDomainEvent.PartnershipReviewDue;
import org.sistercities.contracts.CityDomainEvent.PartnershipSigned;
import org.sistercities.contracts.CityDomainEvent.PartnershipStandingChanged;
import org.sistercities.contracts.CityDomainEvent.SeekingPosted;
import org.sistercities.contracts.CityDomainEvent.SeekingWithdrawn;
import org.sistercities.contracts.Topics;
import org.sistercities.platform.aggregate.IdempotentRequest;
import org.sistercities.platform.messaging.Delivered;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Starts one draft for each signing, however often and to however many replicas it is delivered; editors publish it, or not. Has
 * stories looked at again whose partnership is terminated, and notes what cities are called.
 */
@Component
class PartnershipNews {
    private static final String TERMINATED = "TERMINATED";

    private final Newsroom newsroom;
    private final NameNews names;
    private final Clock clock;

    PartnershipNews(Newsroom newsroom, NameNews names, Clock clock) {
        this.newsroom = newsroom;
        this.names = names;
        this.clock = clock;
    }

    @KafkaListener(topics = Topics.CITY)
    void on(Delivered<CityDomainEvent> delivered) {
        names.hear(delivered.event());
        switch (delivered.event()) {
            case PartnershipSigned signed -> announce(signed);
            case PartnershipProposed _, PartnershipProgressed _ -> {} // nothing certain yet
            case PartnershipAgreed _, PartnershipPartlySigned _ -> {} // nor yet
            case PartnershipEnded ended -> review(ended);
            case PartnershipStandingChanged _ -> {} // the cities' own to tell, or not
            case PartnershipRecorded _ -> {} // history, and hundreds of it at once: no news
            case PartnershipAnniversary _, PartnershipReviewDue _ -> {} // the list of anniversaries shows them
            case SeekingPosted _, SeekingWithdrawn _ -> {} // the board shows it
            case CityRegistered _, CityRevised _ -> {} // what they are called is noted above
            case MutualInterestFound _ -> {} // a matter of the two cities
        }
    }

    private void announce(PartnershipSigned signed) {
        var id = storyId(signed);
        var copy = newsroom.copy(SigningNews.of(signed));
        newsroom.createOnce(id, () -> Story.draft(id, null, copy, clock.instant()));
    }

    /** What was written about a partnership that is terminated may be true no longer. */
    private void review(PartnershipEnded ended) {
        if (!ended.status().equals(TERMINATED)) return;
        var reason = "The partnership of " + SigningNews.who(ended.parties()) + " was terminated.";
        for (var id : newsroom.aboutPartnership(ended.partnershipId()))
            newsroom.change(id, story -> story.flag(reason, clock.instant()));
    }

    /** A friendship that is signed again as a sister partnership keeps its id: the day makes them two signings. */
    static String storyId(PartnershipSigned signed) {
        var signing = "partnership-signed/" + signed.partnershipId() + "/" + signed.signedOn();
        return IdempotentRequest.sha256(signing).substring(0, 32);
    }
}
