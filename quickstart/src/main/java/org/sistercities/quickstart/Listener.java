package org.sistercities.quickstart;

/** What listens on a port of its own, and the port it gets when that is free. */
enum Listener {
    GATEWAY("gateway", 8080),
    CITY("city-service", 8081),
    CONTENT("content-service", 8082),
    EVENTS("events-service", 8083),
    WEB("site", 8084),
    GATEWAY_MANAGEMENT("gateway's management", 9080),
    CITY_MANAGEMENT("city-service's management", 9081),
    CONTENT_MANAGEMENT("content-service's management", 9082),
    EVENTS_MANAGEMENT("events-service's management", 9083),
    WEB_MANAGEMENT("site's management", 9084),
    ISSUER("development issuer", 9000),
    MONGODB("MongoDB", 27100),
    KAFKA("Kafka", 9100),
    MAIL("mail server", 2525),
    INBOX("inbox", 8025),
    PAYMENT("payment provider", 8026);

    private final String title;
    private final int usualPort;

    Listener(String title, int usualPort) {
        this.title = title;
        this.usualPort = usualPort;
    }

    String title() {
        return title;
    }

    int usualPort() {
        return usualPort;
    }
}
