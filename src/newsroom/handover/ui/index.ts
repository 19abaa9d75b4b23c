export { ElsewhereNotice } from './elsewhere-notice.tsx'
export { HandoverOffer } from './handover-offer.tsx'
export { HandoverQuestion } from './handover-question.tsx'
export { HandoverRefusal, HandoverTask } from './handover-task.tsx'
