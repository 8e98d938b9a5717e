package cn.fupin.backbone.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import cn.fupin.backbone.command.Command;
import cn.fupin.backbone.command.Decider;
import cn.fupin.backbone.command.Needs;
import cn.fupin.backbone.event.Event;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The laws of a service's code; one call in a test of each service. */
public final class ArchitectureRules {
    private static final DescribedPredicate<JavaClass> DECIDING =
            DescribedPredicate.describe(
                    "decide or are decided upon",
                    c ->
                            c.isAssignableTo(Decider.class)
                                    || c.isAssignableTo(Command.class)
                                    || c.isAssignableTo(Event.class)
                                    || c.getSimpleName().endsWith("Decider"));

    private ArchitectureRules() {}

    public static void check(String basePackage) {
        var code =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(basePackage);
        noClasses()
                .that(DECIDING)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "java.sql..",
                        "javax.sql..",
                        "org.postgresql..",
                        "org.apache.kafka..",
                        "tools.jackson..",
                        "io.micronaut..",
                        "java.net..")
                .because("a decision is a function of what it is given")
                .check(code);
        noClasses()
                .that(DECIDING)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(RandomGenerator.class)
                .because("a decision that is replayed must come out the same")
                .check(code);
        classes()
                .that()
                .areAssignableTo(Command.class)
                .and()
                .areRecords()
                .should()
                .beAnnotatedWith(Needs.class)
                .because("every command says what it needs of its sender")
                .allowEmptyShould(true)
                .check(code);
        slices().matching(basePackage + ".(*)..").should().beFreeOfCycles().check(code);
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..", "..common..", "..helper..", "..impl..", "..dto..", "..mapper..")
                .check(code);
        noClasses()
                .should()
                .dependOnClassesThat(
                        DescribedPredicate.describe(
                                "belong to another service",
                                c ->
                                        c.getPackageName().startsWith("cn.fupin.")
                                                && !c.getPackageName()
                                                        .startsWith("cn.fupin.backbone")
                                                && !c.getPackageName().startsWith(basePackage)))
                .check(code);
    }
}
