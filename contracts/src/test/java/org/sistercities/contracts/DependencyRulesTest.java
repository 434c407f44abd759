package org.sistercities.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.contracts.fixture.LeansOnALogger;

/** Everybody depends on contracts, so contracts depends on next to nothing. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DependencyRulesTest {
    private static final ArchRule FEW_DEPENDENCIES = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.sistercities.contracts..",
                    "java..",
                    "tools.jackson..",
                    "com.fasterxml.jackson.annotation..",
                    "com.networknt.schema..",
                    "org.jspecify.annotations..");

    @Test
    void contracts_leans_on_java_jackson_and_the_schema_validator_only() {
        var main = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.sistercities.contracts");
        assertThat(main).isNotEmpty();
        FEW_DEPENDENCIES.check(main);
    }

    @Test
    void the_rule_sees_a_class_that_leans_on_more() {
        var fixture = new ClassFileImporter().importClasses(LeansOnALogger.class);
        assertThatThrownBy(() -> FEW_DEPENDENCIES.check(fixture))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("org.slf4j.Logger");
    }
}
