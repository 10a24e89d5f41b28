import { LIMITS } from "../../../../shared/protocol/limits.ts";
import { useDraft } from "../../../drafts/use-draft.ts";
import { WritingForm } from "../../../ui/forms/writing-form.tsx";
import { useAllMessages } from "../../../ui/language.tsx";
import { topicsFrom, topicsProblem } from "../../questions/topics-list.ts";
import { useConsole } from "../console-context.ts";

interface Props {
  readonly names: readonly string[];
  readonly onClose: () => void;
}

/** The session's list of labels, a line each, in the order they are offered. */
export function TopicsForm({ names, onClose }: Props) {
  const { console: words, common } = useAllMessages();
  const { moderation } = useConsole();
  const draft = useDraft("topics", names.join("\n"));
  const problem = topicsProblem(topicsFrom(draft.text));
  return (
    <WritingForm
      draft={draft}
      label={words.topics.list}
      rows={[4, 12]}
      maxChars={LIMITS.topicsMax * (LIMITS.topicMaxChars + 1)}
      submitLabel={common.save}
      hint={problem === null ? words.edit.hint : words.topics.problems[problem]}
      focus="now"
      isReady={() => problem === null}
      onSubmit={(text) => {
        moderation.setTopics(topicsFrom(text));
        onClose();
      }}
      onCancel={() => {
        draft.forget();
        onClose();
      }}
    />
  );
}
