package cn.fupin.backbone.repository;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The shared library knows no domain and has no cycles. */
class BackboneArchitectureTest {
    @Test
    void has_no_cycles_and_knows_no_service() {
        var code =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("cn.fupin.backbone");
        slices().matching("cn.fupin.backbone.(*)..").should().beFreeOfCycles().check(code);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "cn.fupin.household..",
                        "cn.fupin.project..",
                        "cn.fupin.funding..",
                        "cn.fupin.reporting..",
                        "cn.fupin.local..",
                        "cn.fupin.documents..",
                        "cn.fupin.townships..")
                .check(code);
    }
}
