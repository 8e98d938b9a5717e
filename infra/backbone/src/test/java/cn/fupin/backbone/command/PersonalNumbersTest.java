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
                "١٣٨٠٠١٣٨٠٠٠",
                "１３８００１３８０００",
                "①③⑧⓪⓪①③⑧⓪⓪⓪",
                "一三八〇〇一三八〇〇〇",
                "电话幺三八零零幺三八零零零",
                "壹叁捌零零壹叁捌零零零",
                "一三八-〇〇一三-八〇〇〇",
                "138零零13八000",
                "联系人二13800138000",
                "1 3 8 0 0 1 3 8 0 0 0",
                "1.3.8.0.0.1.3.8.0.0.0",
                "1-3-8-0-0-1-3-8-0-0-0",
                "一 三 八 〇 〇 一 三 八 〇 〇 〇",
                "138 00138000",
                "138-001-38000",
                "1380-013-8000",
                "1380013-8000",
                "九九〇一〇一一九七〇〇一〇一〇〇一九",
                "玖玖零壹零壹壹玖柒零零壹零壹零零壹玖",
                "9 9 0 1 0 1 1 9 7 0 0 1 0 1 0 0 1 9",
                "9901 0119 7001 0100 1X",
                "990-101-1970-0101-001X",
                "99010119700101 001 X",
                "6 2 2 2 0 2 0 2 0 0 1 1 2 2 3 0"
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
                "15天内完成",
                "盐委发〔2017〕8号",
                "川办发〔2016〕89号、90号、91号",
                "区号0834，邮编615700",
                "二〇一四年四月一日至二〇一五年十二月三十一日",
                "一、三、八、十村，共一千三百八十户",
                "补助1500 2000 300元",
                "每户13,800,138,000元以内",
                "总投资138001.38万元，其中中央13800.13万元",
                "13000-150000元之间",
                "2014.1.31-2014.12.20",
                "2014年1月31日—2014年12月20日",
                "1980-2014-123",
                "合同 1998-001-0012",
                "第135-20140401号",
                "壹拾叁万捌仟元整",
                "赞成13票 反对8票 弃权0票，到会138人",
                "3 4 2 1 5 6",
                "东经101°30′12.3456″北纬27°25′10.1234″"
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
