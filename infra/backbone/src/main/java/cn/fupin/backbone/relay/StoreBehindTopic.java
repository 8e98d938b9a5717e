package cn.fupin.backbone.relay;

/** The topic holds more than its store, which has been restored from an older backup. */
final class StoreBehindTopic extends RelayRefused {
    private static final long serialVersionUID = 1L;

    StoreBehindTopic(String topic, long head, long last) {
        super(
                "主题 %s 已发布到位置 %d，而本库只到 %d：本库是从较早的备份恢复的，停止编号和发布，不接受命令。请停止本服务的所有实例，带 FUPIN_RELAY_RECOVERFROMTOPIC=true 启动一次，从主题收回缺少的事件（见 docs/restore.md）。"
                        .formatted(topic, last, head),
                "The topic %s is published up to position %d and this store ends at %d: it was restored from an older backup. Not publishing, not taking commands. Stop all instances of this service and start one with FUPIN_RELAY_RECOVERFROMTOPIC=true, which takes back from the topic what is missing (docs/restore.md)."
                        .formatted(topic, last, head));
    }
}
