package cn.fupin.backbone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalNumbersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "990101197001010019",
                "99010119700101001X",
                "99010119700101001x",
                "990101700101001",
                "身份证990101197001010019。",
                "990101 19700101 0019",
                "13800138000",
                "+8613800138000",
                "电话:138-0013-8000",
                "138 0013 8000",
                "6222020200112230",
                "6222020200112230000",
                "6222 0202 0011 2230 000",
                "99010119700101001943",
                "９９０１０１１９７００１０１００１９",
                "tel13800138000",
                "QQ13800138000",
                "tel-13800138000",
                "13800138000-2",
                "sfz990101197001010019",
                "_13800138000_",
                "13800138000bak",
                "13800138000-2014",
                "ID990101197001010019",
                "086-13800138000",
                "138.0013.8000",
                "138/0013/8000",
                "138-0013 8000",
                "138  0013  8000",
                "138\u00a00013\u00a08000",
                "138\u200b0013\u200b8000",
                "138\u30000013\u30008000",
                "١٣٨٠٠١٣٨٠٠٠"
            })
    void a_personal_number_is_seen(String text) {
        assertThat(PersonalNumbers.in(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "513423199201",
                "quota-513423199000-2014",
                "povertyline-000000000000-2013",
                "2014-04-01 至 2014-05-01",
                "2014 2015 2016 2017",
                "2014.05.26-2014.06.06",
                "region-513423199201",
                "513423199201 513423199202",
                "513423199201 2014年",
                "20140401-20140501",
                "盐委发〔2014〕11号",
                "监督电话 0834-6361234",
                "12317",
                "合同 YY-2014-0012",
                "15天内完成"
            })
    void what_is_no_persons_number_passes(String text) {
        assertThat(PersonalNumbers.in(text)).isFalse();
    }

    @Test
    void no_id_of_ours_is_ever_taken_for_one() {
        var random = new Random(20140401);
        for (var i = 0; i < 200_000; i++) {
            var bytes = new byte[16];
            random.nextBytes(bytes);
            var uuid = UUID.nameUUIDFromBytes(bytes);
            assertThat(PersonalNumbers.in("household-" + uuid)).as("%s", uuid).isFalse();
            assertThat(PersonalNumbers.in(uuid.toString())).as("%s", uuid).isFalse();
            var key = "load" + uuid.toString().replace("-", "");
            assertThat(PersonalNumbers.in(key)).as(key).isFalse();
        }
    }
}
