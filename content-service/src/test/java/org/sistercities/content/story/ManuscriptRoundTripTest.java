package org.sistercities.content.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ManuscriptRoundTripTest {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void what_is_answered_can_be_sent_again_as_it_is() {
        var sent = STRICT.readValue("""
                {"kind":"STORY","headline":"Pupils meet","body":"They crossed the sea.","language":"en",
                 "credits":[{"role":"AUTHOR","name":"Ada Lindqvist","link":"https://example.org/ada"}],
                 "syndications":[{"platform":"Medium","direction":"FROM","url":"https://example.org/p"}],
                 "series":{"name":"Harbours","part":1},"dateline":{"place":"Seattle","date":"2026-11-02"}}""", Manuscript.class);
        var answered = STRICT.writeValueAsString(sent);
        assertThat(STRICT.readValue(answered, Manuscript.class)).isEqualTo(sent);
    }
}
