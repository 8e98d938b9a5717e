package cn.fupin.reporting.claim;

import cn.fupin.backbone.event.EventTypes;
import cn.fupin.backbone.testing.ContractCheck;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractTest {
    @Test
    void aStoredShapeIsForEver() throws IOException {
        ContractCheck.check(
                EventTypes.of("reporting", ClaimEvent.class),
                Path.of("contract"),
                List.of(
                        new ClaimEvent.FigureClaimed(
                                "claim-513423199000-persons-registered",
                                "513423199000",
                                "persons-registered",
                                "3152人",
                                BigDecimal.valueOf(3152),
                                "person",
                                false,
                                LocalDate.of(2015, 12, 31),
                                "乡镇精准扶贫工作总结",
                                LocalDate.of(2016, 1, 10),
                                "then",
                                new ClaimEvent.OpenQuestion(
                                        "户数与人数的变化不成比例",
                                        "households and persons do not change alike",
                                        List.of(
                                                new ClaimEvent.OpenQuestion.Candidate(
                                                        "有进有退", "entries beside exits"))))));
    }
}
