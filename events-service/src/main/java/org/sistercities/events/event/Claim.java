package org.sistercities.events.event;

import java.util.List;
import java.util.Map;

/**
 * What a party's tickets come to.
 *
 * @param places one for each guest
 * @param draws how many places they take from each quota
 * @param lines one for each ticket type, at the prices of that moment
 * @param total of all lines
 */
public record Claim(int places, Map<String, Integer> draws, List<Line> lines, Money total) {

    /**
     * So many tickets of one type.
     *
     * @param price of one, in full
     * @param off what a code takes off the whole line
     */
    public record Line(String ticketType, String name, int count, Money price, Money off) {

        public Money amount() {
            return price.times(count).minus(off);
        }
    }
}
