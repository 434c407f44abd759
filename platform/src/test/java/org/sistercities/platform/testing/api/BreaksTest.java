package org.sistercities.platform.testing.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BreaksTest {
    private static final String PUBLISHED = """
            {"paths": {"/cities/{id}": {"put": {
              "parameters": [{"in": "query", "name": "kind", "schema": {"type": "string", "enum": ["A", "B"]}}],
              "requestBody": {"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/In"}}}},
              "responses": {"200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Out"}}}}},
              "x-roles": ["author", "editor"]}}},
             "components": {"schemas": {
              "In": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}, "size": {"type": "integer"}}},
              "Out": {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}, "more": {"$ref": "#/components/schemas/Out"}}}}}}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "put"                                     | "post"                                                      | PUT /cities/{id}: removed
            "kind"                                    | "sort"                                                      | PUT /cities/{id}: parameter query kind removed
            "name": "kind",                           | "name": "kind", "required": true,                           | PUT /cities/{id}: parameter query kind is required
            ["A", "B"]                                | ["A"]                                                       | PUT /cities/{id}: parameter query kind: B removed
            ["author", "editor"]                      | ["editor"]                                                  | PUT /cities/{id}: no longer for author
            "required": ["name"]                      | "required": ["name", "size"]                                | PUT /cities/{id}: body.size is required
            "size": {"type": "integer"}               | "sort": {"type": "integer"}                                 | PUT /cities/{id}: body.size removed
            "size": {"type": "integer"}               | "size": {"type": "string"}                                  | PUT /cities/{id}: body.size: integer has become string
            "id": {"type": "string"}, "more"          | "more"                                                      | PUT /cities/{id}: answer.id removed
            "required": ["id"], "properties"          | "properties"                                                | PUT /cities/{id}: answer.id is no longer always there
            {"200":                                   | {"201":                                                     | PUT /cities/{id}: status 200 removed
            """)
    void what_clients_may_rely_on_is_missed(String before, String after, String said) {
        assertThat(PUBLISHED).contains(before);
        assertThat(Breaks.between(read(PUBLISHED), read(PUBLISHED.replace(before, after))))
                .containsExactly(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"type": "integer"}              | {"type": "integer"}, "note": {"type": "string"}
            "id": {"type": "string"},        | "id": {"type": "string"}, "name": {"type": "string"},
            ["A", "B"]                       | ["A", "B", "C"]
            , "x-roles": ["author", "editor"] | , "x-roles": ["author", "editor", "member"]
            "required": ["name"],            | ``
            "put":                           | "get": {}, "put":
            """)
    void what_is_added_breaks_nothing(String before, String after) {
        assertThat(Breaks.between(read(PUBLISHED), read(PUBLISHED.replace(before, after))))
                .isEmpty();
    }

    @Test
    void the_same_is_the_same() {
        assertThat(Breaks.between(read(PUBLISHED), read(PUBLISHED))).isEmpty();
    }

    private static Map<?, ?> read(String json) {
        return new JsonMapper().readValue(json, Map.class);
    }
}
