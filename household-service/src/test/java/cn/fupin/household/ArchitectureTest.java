package cn.fupin.household;

import cn.fupin.backbone.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void the_laws_of_the_code_hold() {
        ArchitectureRules.check("cn.fupin.household");
    }
}
