package cn.fupin.acceptance.audit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** An auditor who used the code under audit would share its mistakes. */
class IndependenceTest {
    private static final JavaClasses AUDIT =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("cn.fupin.acceptance.audit");

    @Test
    void the_auditor_knows_java_a_kafka_client_and_a_json_reader_and_nothing_of_ours() {
        assertThat(AUDIT).hasSizeGreaterThan(10);
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "cn.fupin.acceptance.audit",
                        "java..",
                        "org.apache.kafka.clients..",
                        "org.apache.kafka.common..",
                        "tools.jackson..",
                        "org.jspecify..")
                .check(AUDIT);
    }

    @Test
    void neither_the_backbone_nor_a_service_is_on_its_class_path() {
        for (String name :
                new String[] {
                    "cn.fupin.backbone.store.EventDigest",
                    "cn.fupin.household.HouseholdService",
                    "cn.fupin.project.ProjectService",
                    "cn.fupin.funding.FundingService",
                    "cn.fupin.reporting.ReportingService"
                }) {
            assertThat(getClass().getClassLoader().getResource(name.replace('.', '/') + ".class"))
                    .as(name)
                    .isNull();
        }
    }
}
