package org.sistercities.system;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/** Watches the waiting list of an event: who is before whom. */
final class Line implements Runnable {
    private final MongoDatabase database;
    private final String event;
    private final List<List<String>> seen = new ArrayList<>();
    private volatile boolean watching = true;

    Line(MongoDatabase database, String event) {
        this.database = database;
        this.event = event;
    }

    @Override
    public void run() {
        while (watching) {
            try {
                look();
            } catch (MongoException e) {
                // down at the moment
            }
            Http.pause(Duration.ofMillis(50));
        }
    }

    void stop() {
        watching = false;
    }

    private void look() {
        var quotas = database.getCollection("quotas")
                .find(new Document("_id", event))
                .first();
        if (quotas == null) return;
        var line = quotas.get("state", Document.class).getList("waiting", Document.class).stream()
                .map(party -> party.getString("registrationId"))
                .toList();
        if (seen.isEmpty() || !seen.getLast().equals(line)) seen.add(line);
    }

    int looks() {
        return seen.size();
    }

    /** Whoever got an offer before somebody who stood before them and still does. */
    List<String> faults(Set<String> offered) {
        var faults = new ArrayList<String>();
        for (int i = 1; i < seen.size(); i++) {
            var before = seen.get(i - 1);
            var stillThere = seen.get(i);
            var remaining = before.stream().filter(stillThere::contains).toList();
            if (!stillThere
                    .subList(0, Math.min(remaining.size(), stillThere.size()))
                    .equals(remaining)) faults.add("order: the line " + before + " became " + stillThere);
            if (remaining.isEmpty()) continue;
            int first = before.indexOf(remaining.getFirst());
            before.stream()
                    .filter(party -> before.indexOf(party) > first && !stillThere.contains(party))
                    .filter(offered::contains)
                    .forEach(party -> faults.add("order: " + party + " was served before " + remaining.getFirst()));
        }
        return faults;
    }
}
