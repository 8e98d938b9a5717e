package cn.fupin.reporting;

import cn.fupin.backbone.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void keepsTheLawsOfTheCode() {
        ArchitectureRules.check("cn.fupin.reporting");
    }
}
