package org.sistercities.city.page;

import java.util.Collection;
import java.util.function.BiFunction;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.Change;
import org.springframework.stereotype.Component;

/**
 * Puts what was published on the pages of the cities it names, and takes it off those it no longer names. First it is noted which
 * cities that concerns, then each is told; after a crash in between the event is delivered again and goes on.
 */
@Component
class Newsstand {
    private final AggregateStore<Mention> mentions;
    private final AggregateStore<CityNews> news;

    Newsstand(AggregateStore<Mention> mentions, AggregateStore<CityNews> news) {
        this.mentions = mentions;
        this.news = news;
    }

    /** What a city's page may show. */
    CityNews of(String cityId) {
        return news.find(cityId).map(stored -> stored.state()).orElse(CityNews.NONE);
    }

    /**
     * @param id of the story or event, unique among both
     * @param tell tells a city's news, and whether the city is named
     */
    void put(String id, long sequence, Collection<String> named, BiFunction<CityNews, Boolean, Change<CityNews>> tell) {
        mentions.createOnce(id, () -> Change.of(Mention.NONE));
        var mention = mentions.change(id, known -> known.told(sequence, named)).state();
        if (mention.sequence() > sequence) return; // something newer was here before
        for (var city : mention.cityIds()) {
            news.createOnce(city, () -> Change.of(CityNews.NONE));
            news.change(city, known -> tell.apply(known, named.contains(city)));
        }
    }
}
