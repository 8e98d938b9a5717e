package cn.fupin.project;

import cn.fupin.backbone.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ProjectArchitectureTest {
    @Test
    void the_code_keeps_its_laws() {
        ArchitectureRules.check("cn.fupin.project");
    }
}
