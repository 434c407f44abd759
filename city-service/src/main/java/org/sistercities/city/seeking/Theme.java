package org.sistercities.city.seeking;

/** What sisters do together. */
public enum Theme {
    ARTS_AND_CULTURE,
    YOUTH_AND_EDUCATION,
    BUSINESS_AND_TRADE,
    HUMANITARIAN_AND_COMMUNITY_DEVELOPMENT
}
