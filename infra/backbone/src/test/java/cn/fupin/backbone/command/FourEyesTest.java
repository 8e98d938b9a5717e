package cn.fupin.backbone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class FourEyesTest {
    private enum Why implements Reason {
        APPROVED_BY_WHOEVER_ENTERED;

        @Override
        public boolean retryable() {
            return false;
        }

        @Override
        public String zh() {
            return "批准人不得是录入人";
        }

        @Override
        public String en() {
            return "approved by whoever entered it";
        }
    }

    @Test
    void nobody_approves_what_he_entered_himself() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> FourEyes.check("li", "li", Why.APPROVED_BY_WHOEVER_ENTERED))
                .satisfies(refused ->
                        assertThat(refused.reason()).isEqualTo(Why.APPROVED_BY_WHOEVER_ENTERED));
        assertThatCode(() -> FourEyes.check("wang", "li", Why.APPROVED_BY_WHOEVER_ENTERED))
                .doesNotThrowAnyException();
        assertThatCode(() -> FourEyes.check("wang", null, Why.APPROVED_BY_WHOEVER_ENTERED))
                .doesNotThrowAnyException();
    }
}
