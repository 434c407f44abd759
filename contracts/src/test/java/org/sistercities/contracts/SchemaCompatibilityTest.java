package org.sistercities.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SchemaCompatibilityTest {
    private static final String RELEASED = """
            {'description': 'A party of guests', 'type': 'object', 'required': ['id', 'kind'], 'properties': {
              'id': {'type': 'string', 'minLength': 1, 'maxLength': 9, 'pattern': '^[a-z]+$'},
              'kind': {'type': 'string', 'enum': ['SISTER', 'FRIENDSHIP']},
              'on': {'type': 'string', 'format': 'date'},
              'note': {'type': ['string', 'integer']},
              'guests': {'type': 'array', 'minItems': 1, 'maxItems': 5, 'items':
                {'type': 'object', 'required': ['seat'], 'properties': {'seat': {'type': 'integer', 'minimum': 1, 'maximum': 400}}}}
            }}""";

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'on': {'type': 'string', 'format': 'date'},      |                                        | /on: property removed
            {'seat': {'type': 'integer', 'minimum': 1, 'maximum': 400}} | {'chair': {'type': 'integer'}} | /guests/*/seat: property removed
            ['string', 'integer']                            | 'string'                               | /note: "integer" is no longer a type
            'type': 'integer', 'minimum'                     | 'type': 'number', 'minimum'            | /guests/*/seat: "integer" is no longer a type
            'type': 'integer', 'minimum'                     | 'minimum'                              | /guests/*/seat: "integer" is no longer a type
            ['string', 'integer']                            | ['string', 'integer', 'null']          | /note: "null" is a new type
            ['SISTER', 'FRIENDSHIP']                         | ['SISTER']                             | /kind: "FRIENDSHIP" is no longer an enum value
            ['SISTER', 'FRIENDSHIP']                         | ['SISTER', 'FRIENDSHIP', 'TWIN']       | /kind: "TWIN" is a new enum value
            , 'enum': ['SISTER', 'FRIENDSHIP']               |                                        | /kind: "SISTER" is no longer an enum value
            'format': 'date'                                 | 'enum': ['2014-10-03']                 | /on: "2014-10-03" is a new enum value
            ['id', 'kind']                                   | ['id']                                 | /: "kind" was required
            ['id', 'kind']                                   | ['id', 'kind', 'on']                   | /: "on" is newly required
            'required': ['seat'],                            |                                        | /guests/*: "seat" was required
            'minLength': 1                                   | 'minLength': 2                         | /id: minLength tightened from 1 to 2
            'maxLength': 9                                   | 'maxLength': 8                         | /id: maxLength tightened from 9 to 8
            'maxLength': 9                                   | 'maxLength': 10                        | /id: maxLength loosened from 9 to 10
            'maxLength': 9,                                  |                                        | /id: maxLength loosened from 9 to nothing
            'format': 'date'                                 | 'maxLength': 10, 'format': 'date'      | /on: maxLength tightened from nothing to 10
            'minItems': 1                                    | 'minItems': 0                          | /guests: minItems loosened from 1 to 0
            'maximum': 400                                   | 'maximum': 399.5                       | /guests/*/seat: maximum tightened from 400 to 399.5
            '^[a-z]+$'                                       | '^[a-z]{3}$'                           | /id: pattern changed from "^[a-z]+$" to "^[a-z]{3}$"
            'format': 'date'                                 | 'format': 'date-time'                  | /on: format changed from "date" to "date-time"
            , 'format': 'date'                               |                                        | /on: format changed from "date" to nothing
            'type': 'object', 'required': ['id'              | 'additionalProperties': false, 'type': 'object', 'required': ['id' | /: additionalProperties changed from nothing to false
            'minItems': 1                                    | 'uniqueItems': true, 'minItems': 1     | /guests: uniqueItems changed from nothing to true
            ['SISTER', 'FRIENDSHIP']                         | ['SISTER', 'FRIENDSHIP', 1]            | /kind: 1 is a new enum value
            {'type': 'string', 'format': 'date'}             | false                                  | /on: schema changed from {"type":"string","format":"date"} to false
            'minItems': 1                                    | 'contains': {}, 'minItems': 1          | /guests: contains changed from nothing to {}
            """)
    void a_break_is_named_with_its_place(String before, String after, String expected) {
        assertThat(breaksOf(before, after == null ? "" : after)).contains(" " + expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'A party of guests'      | 'One to five guests who come together'
            'on': {                  | 'since': {'type': 'string', 'maxLength': 4}, 'on': {
            {'seat': {               | {'table': {'type': 'integer'}, 'seat': {
            ['id', 'kind']           | ['kind', 'id']
            ['SISTER', 'FRIENDSHIP'] | ['FRIENDSHIP', 'SISTER']
            'minLength': 1           | 'title': 'Id', 'examples': ['gala'], 'minLength': 1
            """)
    void words_order_and_new_optional_properties_are_free(String before, String after) {
        assertThat(breaksOf(before, after)).isEmpty();
    }

    @Test
    void a_released_type_stays_and_a_new_one_may_come() {
        var schema = json(RELEASED);
        assertThat(SchemaCompatibility.breaks(Map.of("a.b.v1", schema), Map.of("a.b.v2", schema)))
                .containsExactly("a.b.v1 has disappeared");
        assertThat(SchemaCompatibility.breaks(Map.of("a.b.v1", schema), Map.of("a.b.v1", schema, "a.b.v2", schema)))
                .isEmpty();
    }

    private static List<String> breaksOf(String before, String after) {
        assertThat(RELEASED).contains(before);
        return SchemaCompatibility.breaks(json(RELEASED), json(RELEASED.replace(before, after)));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }
}
