import { useCallback, useMemo, useRef, useState } from "react";
import { useParams } from "react-router";
import type { DocumentName } from "../../../../shared/protocol/document-names.ts";
import { useCan } from "../../../sync/hooks.ts";
import { useIdentities } from "../../../sync/identity.tsx";
import { useAllMessages } from "../../../ui/language.tsx";
import { EmptyState } from "../../../ui/states/empty-state.tsx";
import { ErrorState } from "../../../ui/states/error-state.tsx";
import { PageReplaced, PageReplacedError } from "../../../ui/states/page-replaced.tsx";
import { ExportState } from "../../exports/export-state.tsx";
import { type Exporting, useExport } from "../../exports/use-export.ts";
import { SetupPanel } from "../setup/setup-panel.tsx";
import { EditBox } from "./edit-box.tsx";
import type { PreviewState, ShownPreview } from "./live-preview.ts";
import type { Zoom } from "./page-layout.ts";
import { PageStack } from "./page-stack.tsx";
import { missingKeys, nextOf, placesByKey, sourceOf } from "./places.ts";
import styles from "./preview-screen.module.css";
import { PreviewToolbar } from "./preview-toolbar.tsx";
import { RenewedNote } from "./renewed-note.tsx";
import { usePageView } from "./use-page-view.ts";
import { usePlaceLooks } from "./use-place-looks.ts";
import { usePreview } from "./use-preview.ts";
import { useWordings } from "./use-wordings.ts";

interface Props {
  readonly name: DocumentName;
  readonly onName: (name: DocumentName) => void;
}

/** So wide that pages beside it are still read. */
const SETUP_OPENS_FROM_PX = 1200;
/** As in the style sheet. */
const PANEL_COVERS_TO_PX = 900;

/** A document as it will print, and what is said of it beside. */
export function PreviewScreen({ name, onName }: Props) {
  const words = useAllMessages().preview;
  const preview = usePreview(name);
  const [zoom, setZoom] = useState<Zoom>("width");
  const { state } = preview;
  const { sessionId = "" } = useParams();
  const { current, remove } = useIdentities();
  const token = current?.token ?? "";
  const exporting = useExport(sessionId, { token, onExpired: () => remove(token) });
  const mayTake = useCan()({ type: "documents.export" });
  const bar = { name, onName, zoom, onZoom: setZoom, exporting: mayTake ? exporting : null };
  if (state.status === "shown") {
    return <Pages {...bar} state={state} shown={state.shown} doneHere={preview.doneHere} />;
  }
  return (
    <>
      <PreviewToolbar {...bar} pages={null} missing={0} onNextMissing={() => undefined} />
      <div className={styles.waiting}>
        {state.status === "loading" ? (
          <div role="status">
            <EmptyState title={words.making} />
          </div>
        ) : state.error instanceof PageReplacedError ? (
          <PageReplaced />
        ) : (
          <ErrorState error={state.error} onRetry={preview.askNow} />
        )}
      </div>
    </>
  );
}

interface PagesProps extends Props {
  readonly zoom: Zoom;
  readonly onZoom: (zoom: Zoom) => void;
  /** Null for those who may not take it. */
  readonly exporting: Exporting | null;
  readonly state: Extract<PreviewState, { status: "shown" }>;
  readonly shown: ShownPreview;
  readonly doneHere: (key: string | null) => void;
}

function Pages({ name, onName, zoom, onZoom, exporting, state, shown, doneHere }: PagesProps) {
  const { minutes, preview: words } = useAllMessages();
  const { reply } = shown;
  const places = useMemo(() => placesByKey(reply), [reply]);
  const [edited, setEdited] = useEdited(shown, places);
  // The page it stood on may be gone since.
  const editedPage = Math.min(edited?.place.page ?? 1, reply.pageCount);
  const view = usePageView(reply, places, { zoom, held: edited?.place.key ?? null });
  const wordings = useWordings(name, doneHere);
  const missing = useMemo(() => missingKeys(reply, minutes.placeholder), [reply, minutes.placeholder]);
  const lookOf = usePlaceLooks(reply, wordings, missing);
  const canEdit = useCan()({ type: "document.edit" });
  const [isSetupOpen, setSetupOpen] = useState(() => window.innerWidth >= SETUP_OPENS_FROM_PX);
  const [current, setCurrent] = useState<string | null>(null);
  const { reveal } = view;
  /** Has the focus as soon as it is drawn. */
  const wantedFocus = useRef<string | null>(null);
  const keys = useMemo(() => [...places.keys()], [places]);
  const edit = useCallback(
    (key: string) => {
      setCurrent(key);
      setEdited(key);
    },
    [setEdited],
  );
  const goTo = useCallback(
    (key: string) => {
      wantedFocus.current = key;
      setCurrent(key);
      reveal(key);
    },
    [reveal],
  );
  const goFromPanel = (key: string) => {
    // Where there is no room for both, the panel stands over the pages.
    if (window.innerWidth <= PANEL_COVERS_TO_PX) setSetupOpen(false);
    goTo(key);
  };
  const close = () => {
    wantedFocus.current = edited?.place.key ?? null;
    setEdited(null);
  };
  return (
    <>
      <PreviewToolbar
        name={name}
        onName={onName}
        pages={{ page: view.page, count: reply.pageCount, goTo: view.goToPage }}
        zoom={zoom}
        onZoom={onZoom}
        exporting={exporting}
        missing={missing.size}
        onNextMissing={() => {
          const next = nextOf(keys, missing, current);
          if (next !== undefined) goTo(next);
        }}
        setup={{ isOpen: isSetupOpen, onToggle: () => setSetupOpen(!isSetupOpen) }}
      />
      {exporting !== null && exporting.state.status !== "idle" && (
        <div className={styles.taking}>
          <ExportState state={exporting.state} onCancel={exporting.cancel} />
        </div>
      )}
      <div className={styles.body} data-beside={isSetupOpen || undefined}>
        <div className={styles.pages}>
          <PageStack
            shown={shown}
            places={places}
            view={view}
            lookOf={lookOf}
            canEdit={canEdit}
            current={current}
            wantedFocus={wantedFocus}
            onCurrent={setCurrent}
            onGoTo={goTo}
            onEdit={edit}
            editor={
              edited === null
                ? null
                : {
                    page: editedPage,
                    box: (
                      <EditBox
                        key={edited.place.key}
                        edited={{
                          documentName: name,
                          place: edited.place,
                          source: sourceOf(edited.place, reply),
                          edit: reply.outline.edits.find(({ key }) => key === edited.place.key),
                          isGone: edited.isGone,
                        }}
                        wordings={wordings}
                        scale={view.layout.scale}
                        pageWidthPx={view.layout.widths[editedPage - 1] ?? 0}
                        onClose={close}
                        onRefused={() => edit(edited.place.key)}
                      />
                    ),
                  }
            }
          />
          <RenewedNote state={state} />
        </div>
        {isSetupOpen && (
          <SetupPanel
            documentName={name}
            outline={reply.outline}
            wordings={wordings}
            onGoTo={goFromPanel}
            onArranged={() => doneHere(null)}
          />
        )}
      </div>
      <p className={styles.help}>{canEdit ? words.help : words.readOnly}</p>
    </>
  );
}

/** The place that is being worded, as it stands now, or where it stood last. */
function useEdited({ reply }: ShownPreview, places: ReturnType<typeof placesByKey>) {
  const [held, setHeld] = useState<{ readonly place: ShownPreview["reply"]["places"][number] } | null>(null);
  const now = held === null ? undefined : places.get(held.place.key)?.[0];
  const edited = held === null ? null : { place: now ?? held.place, isGone: now === undefined };
  const set = useCallback(
    (key: string | null) => {
      const place = key === null ? undefined : reply.places.find((one) => one.key === key);
      setHeld(place === undefined ? null : { place });
    },
    [reply],
  );
  return [edited, set] as const;
}
