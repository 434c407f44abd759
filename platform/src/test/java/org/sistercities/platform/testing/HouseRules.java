package org.sistercities.platform.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.sistercities.contracts.DomainEvent;
import org.sistercities.platform.problem.Rejection;

/** The rules of the house that a machine can check; HouseRulesTest shows each of them red. */
public final class HouseRules {

    /** Names that say nothing: a class is named for its use case or its thing. */
    public static final ArchRule NO_EMPTY_NAMES = noClasses()
            .should()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Dto")
            .orShould()
            .haveSimpleNameEndingWith("DTO")
            .orShould()
            .haveSimpleNameEndingWith("Mapper")
            .orShould()
            .haveSimpleNameEndingWith("Service");

    /** Rooms do not lean on each other in circles. */
    public static ArchRule noCyclesBelow(String service) {
        return slices().matching(service + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);
    }

    /** Aggregates (records that decide and return a Change) know no Spring, no database and no clock. */
    public static final ArchRule DOMAIN_IS_PLAIN = noClasses()
            .that(decide())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "com.mongodb..", "org.apache.kafka..", "reactor..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.time.Clock.class)
            .allowEmptyShould(true);

    /** One name for one refusal, and nothing thrown that has none. */
    public static final ArchRule REJECTIONS_ARE_FINAL = classes()
            .that()
            .areAssignableTo(Rejection.class)
            .and()
            .doNotHaveFullyQualifiedName(Rejection.class.getName())
            .should()
            .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
            .allowEmptyShould(true);

    /** Events are written in contracts, where their schema and golden file are; nowhere else. */
    public static final ArchRule EVENTS_ARE_PUBLISHED_LANGUAGE = noClasses()
            .that()
            .resideOutsideOfPackage("org.sistercities.contracts..")
            .should()
            .beAssignableTo(DomainEvent.class);

    private HouseRules() {}

    /** A package's main classes. */
    public static JavaClasses mainClassesOf(String packageName) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(packageName);
    }

    /** Checks a service, whose rooms are the packages below {@code packageName}. */
    public static void check(String packageName) {
        var classes = mainClassesOf(packageName);
        List.of(
                        NO_EMPTY_NAMES,
                        noCyclesBelow(packageName),
                        DOMAIN_IS_PLAIN,
                        REJECTIONS_ARE_FINAL,
                        EVENTS_ARE_PUBLISHED_LANGUAGE)
                .forEach(rule -> rule.check(classes));
    }

    private static DescribedPredicate<JavaClass> decide() {
        return DescribedPredicate.describe(
                "records that decide",
                type -> type.isRecord()
                        && type.getMethods().stream()
                                .anyMatch(method -> method.getRawReturnType()
                                        .isEquivalentTo(org.sistercities.platform.aggregate.Change.class)));
    }
}
