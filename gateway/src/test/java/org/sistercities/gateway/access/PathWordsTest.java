package org.sistercities.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PathWordsTest {

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/api/v1/cities, /api/v1/cities",
        "/api/v1/cities/gn5809844/policy, /api/v1/cities/{}/policy",
        "/api/v1/stories/feeds/atom.xml, /api/v1/stories/feeds/atom.xml",
        "/api/v1/registrations/6F9619FF/guests/1, /api/v1/registrations/{}/guests/{}",
        "/api/v1/invitations/aZbYcXdWeVfUgThSiRjQ, /api/v1/invitations/{}",
        "/api/v1/stories/mary.kane%40example.org, /api/v1/stories/{}",
        "/api/v1/stories/abcdefghijklmnopqrstuvwxyzabcdefgh, /api/v1/stories/{}",
        "/a/b/c/d/e/f/g/h/i/j/k/l/m/n, /a/b/c/d/e/f/g/h/i/j/k/l"
    })
    void words_stay_and_whatever_may_be_somebodys_goes(String path, String logged) {
        assertThat(PathWords.of(path)).isEqualTo(logged);
    }
}
