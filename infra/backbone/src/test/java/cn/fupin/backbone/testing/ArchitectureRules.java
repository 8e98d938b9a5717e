package cn.fupin.backbone.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import cn.fupin.backbone.command.Command;
import cn.fupin.backbone.command.Decider;
import cn.fupin.backbone.command.Needs;
import cn.fupin.backbone.event.Event;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/** The laws of a service's code; one call in a test of each service. */
public final class ArchitectureRules {
    private static final Set<String> CLOCK_OR_RANDOM =
            Set.of("now", "randomUUID", "currentTimeMillis", "nanoTime", "random");

    private static final DescribedPredicate<JavaClass> DECIDING =
            DescribedPredicate.describe(
                    "decide or are decided upon",
                    c ->
                            c.isAssignableTo(Decider.class)
                                    || c.isAssignableTo(Command.class)
                                    || c.isAssignableTo(Event.class)
                                    || isPartOfDeciding(c));

    /**
     * The states and rules that a decider of the same package uses, however many files they fill.
     */
    private static boolean isPartOfDeciding(JavaClass c) {
        var seen = new HashSet<JavaClass>();
        var open =
                new ArrayDeque<>(
                        c.getPackage().getClasses().stream()
                                .filter(d -> d.isAssignableTo(Decider.class))
                                .toList());
        while (!open.isEmpty()) {
            var user = open.pop();
            if (!seen.add(user)) continue;
            user.getDirectDependenciesFromSelf().stream()
                    .map(Dependency::getTargetClass)
                    .filter(used -> used.getPackageName().equals(c.getPackageName()))
                    .forEach(open::push);
        }
        return seen.contains(c);
    }

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
                .callMethodWhere(
                        DescribedPredicate.describe(
                                "ask a clock or a random",
                                call ->
                                        CLOCK_OR_RANDOM.contains(call.getTarget().getName())
                                                && call.getTargetOwner()
                                                        .getPackageName()
                                                        .startsWith("java.")))
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
                                                && !c.getPackageName()
                                                        .startsWith("cn.fupin.documents")
                                                && !c.getPackageName().startsWith(basePackage)))
                .check(code);
    }
}
