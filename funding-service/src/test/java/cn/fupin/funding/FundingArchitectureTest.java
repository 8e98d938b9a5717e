package cn.fupin.funding;

import cn.fupin.backbone.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class FundingArchitectureTest {
    @Test
    void the_code_keeps_its_laws() {
        ArchitectureRules.check("cn.fupin.funding");
    }
}
